/** Id that the form gives to the input of a field. */
export function fieldId(pointer: string): string {
  return `root${pointer.replace(/\//g, '_')}`;
}

/** The input of a field, or of the nearest field above it that is shown. */
function findInput(pointer: string): HTMLElement | undefined {
  for (let at = pointer; at; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = document.getElementById(fieldId(at));
    if (found) return found;
  }
  return undefined;
}

/**
 * Moves the focus to the input of a field.
 *
 * @returns false when the field is not shown
 */
export function focusField(pointer: string): boolean {
  const found = findInput(pointer);
  if (!found) return false;
  const closed = found.closest('details:not([open])');
  closed?.setAttribute('open', '');
  const input = found.matches('input, textarea, select, [role="combobox"]')
    ? found
    : (found.querySelector<HTMLElement>('input, textarea, [role="combobox"]') ??
      found);
  input.scrollIntoView?.({ block: 'center' });
  input.focus();
  return true;
}
