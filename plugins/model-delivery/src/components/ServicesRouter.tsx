import Box from '@mui/material/Box';
import { Route, Routes } from 'react-router-dom';
import { ServicePage } from './ServicePage/ServicePage';
import { ServicesPage } from './ServicesPage/ServicesPage';

/** All services, and one of them. */
export function ServicesRouter() {
  return (
    <Box component="main">
      <Routes>
        <Route path="/" element={<ServicesPage />} />
        <Route path="/:name" element={<ServicePage />} />
      </Routes>
    </Box>
  );
}
