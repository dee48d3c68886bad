import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import Box from '@mui/material/Box';

/** The portal's mark; with its name while the sidebar is open. */
export function Logo() {
  const { isOpen } = useSidebarOpenState();
  return (
    <Box sx={{ height: 72, display: 'flex', alignItems: 'center' }}>
      <Link to="/" underline="none" aria-label="Modelyard, models">
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 1.5,
            pl: `${(sidebarConfig.drawerWidthClosed - 32) / 2}px`,
            color: '#ffffff',
            fontSize: 18,
            fontWeight: 600,
          }}
        >
          <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="7" fill="#1b3a4b" />
            <path
              d="M6 23V11l5 6 5-8 5 8 5-6v12"
              fill="none"
              stroke="#7fd1ae"
              strokeWidth="3"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
          {isOpen && 'Modelyard'}
        </Box>
      </Link>
    </Box>
  );
}
