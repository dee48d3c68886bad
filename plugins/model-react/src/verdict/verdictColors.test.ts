import { verdicts } from './verdict';
import { verdictColors } from './verdictColors';

function luminance(color: string): number {
  const channels = [1, 3, 5].map(at => {
    const value = parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
}

/** Contrast ratio of WCAG 2.1, section 1.4.3. */
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

describe('verdictColors', () => {
  const pages = {
    light: ['#FFFFFF', '#F8F8F8'],
    dark: ['#121212', '#333333', '#424242'],
  };

  it.each(verdicts)('keeps %s readable on every page', verdict => {
    for (const mode of ['light', 'dark'] as const) {
      const { text, background } = verdictColors(verdict, mode);
      for (const page of background ? [background] : pages[mode]) {
        expect(contrast(text, page)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});
