import FileDownloadOutlinedIcon from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';

function save(file: { name: string; type: string; content: string }): void {
  const { name, type, content } = file;
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/**
 * Props of {@link DownloadButton}.
 *
 * @public
 */
export interface DownloadButtonProps {
  label: string;
  /** Name of the file. */
  name: string;
  /** Media type of the file. */
  type: string;
  /** Gives the content once somebody asks for it. */
  load(): Promise<string>;
  /** What to say when that fails. */
  failed(reason: string): string;
}

/**
 * Saves as a file what is loaded on demand.
 *
 * @public
 */
export function DownloadButton(props: DownloadButtonProps) {
  const { label, name, type, load, failed } = props;
  const [reason, setReason] = useState<string>();
  const download = () => {
    setReason(undefined);
    load().then(
      content => save({ name, type, content }),
      (error: unknown) =>
        setReason(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<FileDownloadOutlinedIcon />}
        onClick={download}
      >
        {label}
      </Button>
      {reason && (
        <Typography role="alert" variant="body2" color="error">
          {failed(reason)}
        </Typography>
      )}
    </>
  );
}
