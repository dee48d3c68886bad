/** What fields use of the props that the form gives them. */
export interface FieldProps<T> {
  formData?: T;
  /** Values of the whole form, other steps included. */
  formContext?: { formData?: unknown };
  /** What is wrong inside of the value; read with `readErrors`. */
  errorSchema?: unknown;
  onChange: (value: T | undefined) => void;
}
