import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { modelDeliveryTranslationRef } from '../../translation';
import { Change, TreeFile, TreeFolder } from './fileTree';

const colors: Record<Change, string> = {
  added: 'success.main',
  changed: 'warning.main',
  removed: 'error.main',
};

/** What happens to a file, as a word. */
export function ChangeMark({ change }: { change: Change }) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <Typography
      component="span"
      variant="caption"
      sx={{
        ml: 1,
        px: 0.5,
        border: 1,
        borderRadius: 0.5,
        borderColor: colors[change],
        color: 'text.primary',
        textDecoration: 'none',
      }}
    >
      {t(`preview.changes.${change}`)}
    </Typography>
  );
}

interface FileTreeProps {
  items: TreeFolder['items'];
  chosen: string | undefined;
  /** Whether what happens to files is told; of a new repository all is new. */
  marks: boolean;
  onChoose: (path: string) => void;
}

function File(props: Omit<FileTreeProps, 'items'> & { file: TreeFile }) {
  const { file, chosen, marks, onChoose } = props;
  const selected = file.path === chosen;
  return (
    <ButtonBase
      aria-current={selected ? 'true' : undefined}
      onClick={() => onChoose(file.path)}
      sx={{
        display: 'block',
        width: '100%',
        textAlign: 'left',
        fontFamily: 'monospace',
        fontSize: 13,
        px: 0.5,
        py: 0.25,
        overflowWrap: 'anywhere',
        borderRadius: 0.5,
        bgcolor: selected ? 'action.selected' : undefined,
        textDecoration: file.change === 'removed' ? 'line-through' : undefined,
        '&:hover, &:focus-visible': { bgcolor: 'action.hover' },
      }}
    >
      {file.name}
      {marks && file.change && <ChangeMark change={file.change} />}
    </ButtonBase>
  );
}

function Folder(props: Omit<FileTreeProps, 'items'> & { folder: TreeFolder }) {
  const { folder, ...rest } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const open = rest.chosen?.startsWith(folder.path) || folder.path === 'base/';
  return (
    <Box component="details" open={open}>
      <Box
        component="summary"
        sx={{
          cursor: 'pointer',
          fontFamily: 'monospace',
          fontSize: 13,
          py: 0.25,
        }}
      >
        {folder.name}/
        {rest.marks && folder.changed > 0 && (
          <Typography component="span" variant="caption" sx={{ ml: 1 }}>
            {t('preview.changedInside', { count: folder.changed })}
          </Typography>
        )}
      </Box>
      <FileTree {...rest} items={folder.items} />
    </Box>
  );
}

/** Folders and files to choose from, each with what would happen to it. */
export function FileTree({ items, ...rest }: FileTreeProps) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, pl: 2 }}>
      {items.map(item => (
        <li key={item.path}>
          {item.kind === 'folder' ? (
            <Folder {...rest} folder={item} />
          ) : (
            <File {...rest} file={item} />
          )}
        </li>
      ))}
    </Box>
  );
}
