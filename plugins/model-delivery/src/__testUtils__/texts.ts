import { Translate } from '../components/form/fieldName';
import { formTexts } from '../texts/formTexts';
import { previewTexts } from '../texts/previewTexts';

const texts: object = { ...formTexts, ...previewTexts };

function textAt(key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (at, step) =>
        Object.entries(at ?? {}).find(([name]) => name === step)?.[1],
      texts,
    );
}

/** The texts of form and preview, without an app around them. */
export const translate = ((
  key: string,
  values: Record<string, unknown> = {},
) => {
  const plural = values.count === 1 ? `${key}_one` : `${key}_other`;
  const text = textAt(key) ?? textAt(plural);
  return String(text).replace(/{{(\w+)}}/g, (_, name) => String(values[name]));
}) as Translate;
