import BlockIcon from '@mui/icons-material/Block';
import CancelIcon from '@mui/icons-material/Cancel';
import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import DataThresholdingIcon from '@mui/icons-material/DataThresholding';
import ErrorOutlineIcon from '@mui/icons-material/ErrorOutline';
import GppBadIcon from '@mui/icons-material/GppBad';
import HelpOutlineIcon from '@mui/icons-material/HelpOutline';
import HistoryToggleOffIcon from '@mui/icons-material/HistoryToggleOff';
import PanToolAltIcon from '@mui/icons-material/PanToolAlt';
import SvgIcon from '@mui/material/SvgIcon';
import { Verdict } from './verdict';

/** One shape per verdict, so that none is told by colour alone. */
export const verdictIcons: Record<Verdict, typeof SvgIcon> = {
  pass: CheckCircleIcon,
  fail: CancelIcon,
  no_evidence: HelpOutlineIcon,
  insufficient: DataThresholdingIcon,
  stale: HistoryToggleOffIcon,
  invalid: GppBadIcon,
  error: ErrorOutlineIcon,
  waived: PanToolAltIcon,
  not_applicable: BlockIcon,
};
