import { z } from 'zod';

/**
 * Practices of Article 5(1) of the EU AI Act, in the order of its points (a) to
 * (h), and `none`.
 *
 * @public
 */
export const prohibitedPractices = [
  'none',
  'manipulation',
  'exploiting-vulnerability',
  'social-scoring',
  'predicting-crime-by-profiling',
  'untargeted-face-scraping',
  'emotion-at-work-or-school',
  'sensitive-biometric-categorisation',
  'real-time-remote-identification',
] as const;

/**
 * Areas of Annex III of the EU AI Act, points 2 to 8, and `none`. Point 1 has a
 * question of its own, `biometrics`.
 *
 * @public
 */
export const annexIIIAreas = [
  'none',
  'critical-infrastructure',
  'education',
  'employment',
  'essential-services',
  'law-enforcement',
  'migration',
  'justice-and-democracy',
] as const;

/**
 * What biometric data is used for: Annex III, point 1. Only verification, whether
 * somebody is who they say they are, is left out of it.
 *
 * @public
 */
export const biometricUses = [
  'none',
  'verification',
  'identification',
  'categorisation',
  'emotion-recognition',
] as const;

/**
 * The questions by which a risk tier is proposed.
 *
 * @public
 */
export const riskAssessmentSchema = z.strictObject({
  prohibitedPractice: z
    .enum(prohibitedPractices)
    .describe('Practice of Article 5 that the model takes part in.'),
  annexIII: z
    .enum(annexIIIAreas)
    .describe('Area of Annex III that the model is used in.'),
  biometrics: z.enum(biometricUses).describe('Use of biometric data.'),
  safetyComponent: z
    .boolean()
    .describe('Whether it is a safety component of a regulated product.'),
  decidesAboutPeople: z
    .boolean()
    .describe('Whether what it says decides how people are treated.'),
  humanReviewsEveryDecision: z
    .boolean()
    .describe('Whether a person looks at every decision before it counts.'),
  talksToPeople: z.boolean().describe('Whether people talk to it directly.'),
  generatesContent: z
    .boolean()
    .describe('Whether it makes text, sound, images or video.'),
  generalPurpose: z
    .boolean()
    .describe('Whether it is meant for many different tasks.'),
});

/**
 * Answers about the use of a model.
 *
 * @public
 */
export type RiskAssessment = z.infer<typeof riskAssessmentSchema>;
