import { useTranslationRef } from '@backstage/frontend-plugin-api';
import SearchIcon from '@mui/icons-material/Search';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { KeyboardEvent, useEffect, useRef, useState } from 'react';
import { modelCatalogTranslationRef } from '../../translation';

const pause = 250;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(input|textarea|select)$/i.test(target.tagName))
  );
}

/** Puts the cursor into an input when somebody presses `/` outside of one. */
function useSlashKey(focus: () => void) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey) return;
      if (isTyping(event.target)) return;
      event.preventDefault();
      focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [focus]);
}

/** Search that waits for a pause in typing; `/` goes there, Esc leaves. */
export function SearchField(props: {
  value: string;
  onChange: (value: string) => void;
}) {
  const { value, onChange } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const [focus] = useState(() => () => input.current?.focus());
  useSlashKey(focus);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onChange(text), pause);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    setText('');
    input.current?.blur();
  };
  return (
    <TextField
      type="search"
      size="small"
      fullWidth
      inputRef={input}
      label={t('models.search')}
      helperText={t('models.searchHint')}
      value={text}
      onChange={event => setText(event.target.value)}
      onKeyDown={onKeyDown}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon fontSize="small" />
          </InputAdornment>
        ),
      }}
    />
  );
}
