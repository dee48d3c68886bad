/**
 * Why a tier is proposed, in a sentence each.
 *
 * @public
 */
export const tierReasons = {
  prohibitedPractice:
    'It takes part in a practice that Article 5(1) of the EU AI Act prohibits.',
  safetyComponent:
    'It is a safety component of a product under the laws that Annex I names (Article 6(1)).',
  biometrics:
    'It uses biometric data for more than verification (Article 6(2) with Annex III, point 1).',
  annexIII: 'It is used in an area of Annex III (Article 6(2)).',
  generalPurpose: 'It is a model for general purposes (Articles 51 to 55).',
  talksToPeople: 'People talk to it, and have to be told so (Article 50(1)).',
  generatesContent:
    'It makes content, which has to be marked as such (Article 50(2)).',
  decidesAboutPeople:
    'It decides about people outside of the areas of Annex III. No article asks for more; this is a default of this catalog.',
  exemption:
    'It does not decide about people, so Article 6(3) may exempt it. The exemption has to be documented (Article 6(4)), so reviewers decide on it.',
  emotionAtWorkOrSchool:
    'Article 5(1)(f) prohibits to infer emotions at work and in education, but for medical or safety reasons. Reviewers have to see those.',
  noHumanReview:
    'No person looks at every decision. Article 14 asks for human oversight of high-risk systems.',
  nothing: 'No answer asks for more.',
} as const;

/** Why a tier is proposed; {@link tierReasons} has its sentence. @public */
export type TierReason = keyof typeof tierReasons;
