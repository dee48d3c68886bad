import { MarkdownContent } from '@backstage/core-components';
import { safeHref } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import { literalHtml } from './literalHtml';

/**
 * A model card: untrusted Markdown. HTML in it is shown as text, links go to http
 * and https only, and pictures are not fetched.
 */
export function ModelCard({ text }: { text: string }) {
  return (
    <Box
      sx={{
        maxWidth: 860,
        typography: 'body2',
        overflowWrap: 'anywhere',
        '& pre': { overflowX: 'auto' },
        '& h1, & h2': { fontSize: '1.1rem' },
        '& h3': { fontSize: '1rem' },
      }}
    >
      <MarkdownContent
        content={literalHtml(text)}
        dialect="gfm"
        transformLinkUri={href => safeHref(href) ?? ''}
        transformImageUri={() => ''}
      />
    </Box>
  );
}
