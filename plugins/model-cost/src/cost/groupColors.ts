import { costComponents } from '@modelyard/plugin-model-cost-common';

/** Told apart also by the colour-blind; at least 3 : 1 on the page. */
const palettes = {
  light: [
    '#1f5fa8',
    '#c2571a',
    '#2c7a52',
    '#8a3d8f',
    '#8a6d00',
    '#0b7a8c',
    '#b0304f',
    '#5b5f66',
  ],
  dark: [
    '#6aa9f0',
    '#f09a5b',
    '#63c391',
    '#cf8ad4',
    '#d9b83a',
    '#4cc3d6',
    '#f08aa2',
    '#a9adb5',
  ],
};

/** Colour of each group; a component has the same one in every answer. */
export function groupColors(
  keys: string[],
  mode: 'light' | 'dark',
): Map<string, string> {
  const palette = palettes[mode];
  return new Map(
    keys.map((key, index) => {
      const fixed = costComponents.findIndex(component => component === key);
      const place = fixed < 0 ? index : fixed;
      return [key, palette[place % palette.length]];
    }),
  );
}
