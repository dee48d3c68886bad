import { SVGProps } from 'react';

/**
 * Icon of inference services: a cloud that answers.
 */
export function ServicesIcon(props: SVGProps<SVGSVGElement>) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      {...props}
    >
      <path d="M7 18a4 4 0 0 1-.5-8A6 6 0 0 1 18 9.5 4.2 4.2 0 0 1 17.5 18Z" />
      <path d="M9 14h6m-2.5-2.5L15 14l-2.5 2.5" />
    </svg>
  );
}
