import { svg } from 'lit';

/** A bell, in a box of 24 by 24. */
export const BELL = svg`<path d="M12 3a6 6 0 0 0-6 6v4l-2 3.5h16L18 13V9a6 6 0 0 0-6-6Z" />
  <path d="M9.5 19a2.5 2.5 0 0 0 5 0" />`;
