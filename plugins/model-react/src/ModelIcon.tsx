/**
 * Icon of a Model, drawn without a library so that it can stand in the sidebar
 * before anything else is loaded.
 *
 * @public
 */
export function ModelIcon() {
  return (
    <svg
      width="1em"
      height="1em"
      viewBox="0 0 24 24"
      fill="currentColor"
      aria-hidden="true"
    >
      <path d="M12 2 3 7v10l9 5 9-5V7l-9-5Zm0 2.3 6 3.3-6 3.4-6-3.4 6-3.3ZM5 9.4l6 3.3v6.6l-6-3.3V9.4Zm8 9.9v-6.6l6-3.3v6.6l-6 3.3Z" />
    </svg>
  );
}
