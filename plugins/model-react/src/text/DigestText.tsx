import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DigestKind } from '@modelyard/plugin-model-catalog-common';
import CheckIcon from '@mui/icons-material/Check';
import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { modelReactTranslationRef } from '../translation';

/**
 * Props of {@link DigestText}.
 *
 * @public
 */
export interface DigestTextProps {
  /** Digest with its algorithm, such as `sha256:…`. */
  digest: string;
  /** `record` is shown as "unverified content". */
  digestKind?: DigestKind;
  /** Whether a button copies the whole digest. Default: no. */
  copy?: boolean;
  /** Whether the whole digest is shown. Default: its first 12 places. */
  full?: boolean;
}

function shorten(digest: string): string {
  const [algorithm, hex] = digest.split(':', 2);
  if (!hex) return digest.slice(0, 12);
  return hex.length > 12 ? `${algorithm}:${hex.slice(0, 12)}…` : digest;
}

function CopyButton({ digest }: { digest: string }) {
  const { t } = useTranslationRef(modelReactTranslationRef);
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard
      .writeText(digest)
      .then(() => setCopied(true))
      .catch(() => setCopied(false));
  return (
    <IconButton
      size="small"
      aria-label={
        copied
          ? t('digest.copied')
          : t('digest.copy', { digest: shorten(digest) })
      }
      onClick={copy}
    >
      {copied ? (
        <CheckIcon sx={{ fontSize: 16 }} />
      ) : (
        <ContentCopyIcon sx={{ fontSize: 16 }} />
      )}
    </IconButton>
  );
}

/**
 * A digest, short and in fixed width, with what it is a digest of.
 *
 * @public
 */
export function DigestText(props: DigestTextProps) {
  const { digest, digestKind, copy, full } = props;
  const { t } = useTranslationRef(modelReactTranslationRef);
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        flexWrap: 'wrap',
      }}
    >
      <Box
        component="code"
        title={digest}
        sx={{
          fontFamily: 'monospace',
          fontSize: '0.8125rem',
          overflowWrap: 'anywhere',
        }}
      >
        {full ? digest : shorten(digest)}
      </Box>
      {copy && <CopyButton digest={digest} />}
      {digestKind === 'record' && (
        <Typography component="span" variant="caption" color="text.secondary">
          {t('digest.unverified')}
        </Typography>
      )}
      {full && (digestKind === 'vcs' || digestKind === 'manifest') && (
        <Typography component="span" variant="caption" color="text.secondary">
          {t(`digest.${digestKind}`)}
        </Typography>
      )}
    </Box>
  );
}
