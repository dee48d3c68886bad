import { Navigate } from 'react-router-dom';

/** The portal opens with its models. */
export function StartPage() {
  return <Navigate to="/models" replace />;
}
