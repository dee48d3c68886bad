/**
 * A file of a registration.
 *
 * @public
 */
export interface RegistrationFile {
  /** From the root of the repository, with `/`. */
  path: string;
  content: string;
  /** Absent for a file that nobody runs. */
  mode?: '100755';
}
