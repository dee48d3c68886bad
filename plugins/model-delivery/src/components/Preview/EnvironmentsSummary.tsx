import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  PlanAnswer,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';
import { GateChip, MoneyText } from '@modelyard/plugin-model-react';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { modelDeliveryTranslationRef } from '../../translation';
import { formatRange } from '../form/formatRange';
import { ClosedEnvironment, closedEnvironments } from './closedEnvironments';

type Estimate = NonNullable<PlanAnswer['estimate']>['perEnvironment'][number];

const figures = { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' };

function EstimateCells(props: { estimate?: Estimate; currency: string }) {
  const { estimate, currency } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  if (!estimate)
    return <TableCell colSpan={2}>{t('environmentsField.unpriced')}</TableCell>;
  const { low, expected, high } = estimate;
  return (
    <>
      <TableCell align="right" sx={figures}>
        {formatRange(low, high, currency)}
      </TableCell>
      <TableCell align="right" sx={figures}>
        <MoneyText micros={expected} currency={currency} />
      </TableCell>
    </>
  );
}

function EnvironmentRows(props: {
  name: string;
  closed: ClosedEnvironment | undefined;
  estimates: PlanAnswer['estimate'];
}) {
  const { name, closed, estimates } = props;
  const estimate = estimates?.perEnvironment.find(item => item.name === name);
  return (
    <>
      <TableRow>
        <TableCell component="th" scope="row">
          {name}
        </TableCell>
        <TableCell>
          <GateChip
            state={closed ? 'closed' : 'open'}
            blockers={closed?.blockers}
          />
        </TableCell>
        {estimates && (
          <EstimateCells estimate={estimate} currency={estimates.currency} />
        )}
      </TableRow>
      {estimate && (
        <TableRow>
          <TableCell colSpan={4} className="basis">
            <Typography variant="caption" color="text.secondary">
              {estimate.basis}
            </Typography>
          </TableCell>
        </TableRow>
      )}
    </>
  );
}

/** Gate and monthly estimate of every environment that the form asks for. */
export function EnvironmentsSummary(props: {
  input: ServiceInput;
  plan: PlanAnswer;
}) {
  const { input, plan } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const closed = closedEnvironments(plan.findings);
  const { estimate } = plan;
  return (
    <TableContainer>
      <Table
        size="small"
        sx={{
          '& th, & td': { px: 0.75, py: 0.5, border: 0 },
          '& tbody tr:nth-of-type(n)': { bgcolor: 'transparent' },
          '& .basis': {
            pt: 0,
            borderBottom: 1,
            borderColor: 'divider',
          },
        }}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('service.environment')}</TableCell>
            <TableCell>{t('preview.gate')}</TableCell>
            {estimate && (
              <>
                <TableCell align="right">{t('preview.perMonth')}</TableCell>
                <TableCell align="right">{t('preview.expected')}</TableCell>
              </>
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {input.environments.map(({ name }, index) => (
            <EnvironmentRows
              key={name}
              name={name}
              closed={closed.find(item => item.index === index)}
              estimates={estimate}
            />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
