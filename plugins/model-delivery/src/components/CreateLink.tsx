import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { modelDeliveryTranslationRef } from '../translation';

const template = '/create/templates/default/inference-service';

/** Leads to the form that makes a service. */
export function CreateLink() {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <Button component={Link} to={template} size="small" variant="outlined">
      {t('services.create')}
    </Button>
  );
}
