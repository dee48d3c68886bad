import { Route, Routes } from 'react-router-dom';
import { ServicePage } from './ServicePage/ServicePage';
import { ServicesPage } from './ServicesPage/ServicesPage';

/** All services, and one of them. */
export function ServicesRouter() {
  return (
    <Routes>
      <Route path="/" element={<ServicesPage />} />
      <Route path="/:name" element={<ServicePage />} />
    </Routes>
  );
}
