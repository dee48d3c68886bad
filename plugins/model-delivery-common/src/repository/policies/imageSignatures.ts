import { ImageSigner } from '../../plan/types';
import { YamlObject } from '../types';
import { celConditions, celConstraints, celPods } from './cel';
import { policyName } from './rules';

/** Id of the rule that only Kyverno can hold at admission. */
export const signedImages = 'signed-images';

// Kyverno loads the images of extractors before it verifies them, and compiles
// the extractors without the policy's variables. A list of lists is flattened as
// text, since names of images have no space.
const namedImages = `${celPods}.map(p, p.containers.filter(c, has(c.image) && c.image != "").map(c, c.image).join(" ")).join(" ").split(" ").filter(i, i != "")`;

// Cosign takes a list without identities for "anybody": nobody has to be said so.
function trust(signers: readonly ImageSigner[]): YamlObject {
  const message = `${signedImages}: each image must be signed by an identity that the platform trusts`;
  if (!signers.length) {
    return {
      attestors: [],
      validations: [{ expression: 'size(images.named) == 0', message }],
    };
  }
  const identities = signers.map(({ issuer, subject }) => ({
    issuer,
    subject,
  }));
  return {
    attestors: [
      {
        name: 'signers',
        cosign: {
          keyless: { identities },
          ctlog: { url: 'https://rekor.sigstore.dev' },
        },
      },
    ],
    validations: [
      {
        expression:
          'images.named.all(i, verifyImageSignatures(i, [attestors.signers]) > 0)',
        message,
      },
    ],
  };
}

/**
 * Kyverno's policy that images are signed by one of some identities, keyless, as
 * Cosign signs them. An image without a digest is refused before its signature is
 * looked for, and none gets its digest here: Git says what runs.
 */
export function imageSignatures(signers: readonly ImageSigner[]): YamlObject {
  return {
    apiVersion: 'policies.kyverno.io/v1',
    kind: 'ImageValidatingPolicy',
    metadata: { name: `${policyName}-${signedImages}` },
    spec: {
      failurePolicy: 'Fail',
      validationActions: ['Deny'],
      webhookConfiguration: { timeoutSeconds: 30 },
      matchConstraints: celConstraints,
      matchConditions: celConditions,
      matchImageReferences: [{ glob: '*' }],
      images: [{ name: 'named', expression: namedImages }],
      validationConfigurations: {
        mutateDigest: false,
        verifyDigest: true,
        required: true,
      },
      ...trust(signers),
    },
  };
}
