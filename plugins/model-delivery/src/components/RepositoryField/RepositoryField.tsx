import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Stack from '@mui/material/Stack';
import { useEffect, useId } from 'react';
import { modelDeliveryTranslationRef } from '../../translation';
import { errorAt, readErrors } from '../form/fieldErrors';
import { TextInput } from '../form/Inputs';
import { asValues, repositoryNameOf } from '../form/serviceValues';
import { moveTo, Place, placeOf, places } from './place';
import { RepositoryFieldProps } from './repositorySchema';
import { ServerInputs } from './ServerInputs';

function PlaceChoice(props: {
  value: Place;
  onChange: (place: Place) => void;
}) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const label = useId();
  const choose = (chosen: string) => {
    const place = places.find(candidate => candidate === chosen);
    if (place) props.onChange(place);
  };
  return (
    <FormControl id="root_repository_place">
      <FormLabel id={label} sx={{ color: 'text.primary', fontWeight: 600 }}>
        {t('repositoryField.place')}
      </FormLabel>
      <RadioGroup
        aria-labelledby={label}
        value={props.value}
        onChange={(_event, place) => choose(place)}
      >
        {places.map(place => (
          <FormControlLabel
            key={place}
            value={place}
            control={<Radio size="small" />}
            label={t(`repositoryField.places.${place}`)}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}

/**
 * Field of a template form: the repository of the service, named after it to
 * begin with, and where it lies. It is the last gate of the form: nothing passes
 * that the planner refuses.
 */
export function RepositoryField(props: RepositoryFieldProps) {
  const { formData, formContext, errorSchema, onChange } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const service = String(asValues(formContext?.formData).name ?? '');
  const usual = repositoryNameOf(service);
  const value = { ...formData, name: formData?.name ?? '' };
  const errors = readErrors(errorSchema);
  const place = placeOf(value);
  useEffect(() => {
    if (!formData?.name && usual) onChange({ ...formData, name: usual });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- named once, when the form gets here
  }, []);
  return (
    <Stack spacing={2}>
      <PlaceChoice
        value={place}
        onChange={next => onChange(moveTo(next, value, service))}
      />
      {place === 'portal' ? (
        <TextInput
          id="root_repository_name"
          label={t('repositoryField.name')}
          required
          value={value.name}
          error={errorAt(errors, 'name')}
          help={t('repositoryField.help')}
          onChange={name => onChange({ ...value, name })}
        />
      ) : (
        <ServerInputs value={value} errors={errors} onChange={onChange} />
      )}
    </Stack>
  );
}
