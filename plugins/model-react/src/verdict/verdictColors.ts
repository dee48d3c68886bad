import { Verdict } from './verdict';

/**
 * Colours of one chip: CSS colours, `background` absent where the page shows
 * through.
 */
export interface ChipColors {
  text: string;
  border: string;
  background?: string;
  borderStyle: 'solid' | 'dashed' | 'none';
}

type Mode = 'light' | 'dark';

const light: Record<Verdict, ChipColors> = {
  pass: {
    text: '#14532D',
    background: '#E3F4E6',
    border: '#2E7D32',
    borderStyle: 'solid',
  },
  fail: {
    text: '#8E1616',
    background: '#FDE7E7',
    border: '#C62828',
    borderStyle: 'solid',
  },
  no_evidence: { text: '#454545', border: '#6B6B6B', borderStyle: 'dashed' },
  insufficient: { text: '#6F4400', border: '#9A6200', borderStyle: 'solid' },
  stale: {
    text: '#3A2600',
    background: '#FFCB5C',
    border: '#9A6200',
    borderStyle: 'solid',
  },
  invalid: {
    text: '#5A1A8A',
    background: '#F4E8FB',
    border: '#7B2CBF',
    borderStyle: 'solid',
  },
  error: {
    text: '#FFFFFF',
    background: '#6A1B9A',
    border: '#6A1B9A',
    borderStyle: 'solid',
  },
  waived: {
    text: '#0D3F8A',
    background: '#E3EEFC',
    border: '#1565C0',
    borderStyle: 'solid',
  },
  not_applicable: {
    text: '#616161',
    border: 'transparent',
    borderStyle: 'none',
  },
};

const dark: Record<Verdict, ChipColors> = {
  pass: {
    text: '#B9F0C2',
    background: '#123B1C',
    border: '#5FBF72',
    borderStyle: 'solid',
  },
  fail: {
    text: '#FFC9C4',
    background: '#561414',
    border: '#F07167',
    borderStyle: 'solid',
  },
  no_evidence: { text: '#E0E0E0', border: '#BDBDBD', borderStyle: 'dashed' },
  insufficient: { text: '#FFD480', border: '#FFC04D', borderStyle: 'solid' },
  stale: {
    text: '#2B1C00',
    background: '#FFC04D',
    border: '#FFC04D',
    borderStyle: 'solid',
  },
  invalid: {
    text: '#EBD3FB',
    background: '#3D1560',
    border: '#C58BEA',
    borderStyle: 'solid',
  },
  error: {
    text: '#2A0845',
    background: '#D9A8F5',
    border: '#D9A8F5',
    borderStyle: 'solid',
  },
  waived: {
    text: '#C9E0FF',
    background: '#0F2F5E',
    border: '#7FB2F5',
    borderStyle: 'solid',
  },
  not_applicable: {
    text: '#C4C4C4',
    border: 'transparent',
    borderStyle: 'none',
  },
};

/** Colours of the chip of a verdict in a theme. */
export function verdictColors(verdict: Verdict, mode: Mode): ChipColors {
  return (mode === 'dark' ? dark : light)[verdict];
}
