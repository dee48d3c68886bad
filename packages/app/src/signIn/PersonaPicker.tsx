import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { Persona, personas } from './personas';

const grid = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))',
};

const tile = {
  display: 'block',
  textAlign: 'left',
  p: 2,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
  '&:hover, &:focus-visible': { borderColor: 'primary.main' },
};

function PersonaTile(props: { persona: Persona; onPick: () => void }) {
  const { persona, onPick } = props;
  return (
    <ButtonBase
      sx={tile}
      onClick={onPick}
      aria-label={`Sign in as ${persona.title}`}
    >
      <Typography variant="h6" component="h2">
        {persona.title}
      </Typography>
      <Typography variant="body2" color="text.secondary" gutterBottom>
        {persona.name} · {persona.team}
      </Typography>
      <Typography variant="body2">{persona.firstSteps}</Typography>
    </ButtonBase>
  );
}

/** Six tiles: who to be, and what to try first. */
export function PersonaPicker(props: {
  onPick: (name: string) => void;
  problem?: string;
}) {
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100vh',
        bgcolor: 'background.default',
        color: 'text.primary',
        p: { xs: 2, md: 6 },
      }}
    >
      <Box sx={{ maxWidth: 960, mx: 'auto' }}>
        <Typography variant="h4" component="h1" gutterBottom>
          Modelyard
        </Typography>
        <Typography variant="body1" sx={{ mb: 3 }}>
          From a model in a registry to an inference service in Git. Development
          sign-in: choose who you want to be.
        </Typography>
        {props.problem && (
          <Alert severity="error" sx={{ mb: 3 }}>
            {props.problem}
          </Alert>
        )}
        <Box sx={grid}>
          {personas.map(persona => (
            <PersonaTile
              key={persona.name}
              persona={persona}
              onPick={() => props.onPick(persona.name)}
            />
          ))}
        </Box>
      </Box>
    </Box>
  );
}
