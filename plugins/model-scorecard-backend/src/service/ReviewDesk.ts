import { randomUUID } from 'node:crypto';
import {
  AuthService,
  BackstageCredentials,
  BackstageUserInfo,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import { InvalidFieldsError } from '@modelyard/plugin-model-catalog-node';
import {
  Review,
  ReviewInput,
  ReviewRole,
} from '@modelyard/plugin-model-scorecard-common';
import { RoleConfig } from '../config/ScorecardConfig';
import { KnownVersion } from '../database/SubjectStore';

/** Options of {@link ReviewDesk.create}. */
export interface ReviewDeskOptions {
  roles: RoleConfig[];
  auth: AuthService;
  userInfo: UserInfoService;
  /** UTC ISO 8601. */
  now: () => string;
}

function nameOf(ref: string): string {
  return parseEntityRef(ref).name;
}

/** Who may decide what: roles, and four eyes. */
export class ReviewDesk {
  private constructor(private readonly options: ReviewDeskOptions) {}

  static create(options: ReviewDeskOptions): ReviewDesk {
    return new ReviewDesk(options);
  }

  async rolesOf(credentials: BackstageCredentials): Promise<ReviewRole[]> {
    const { auth, userInfo, roles } = this.options;
    const groups = auth.isPrincipal(credentials, 'user')
      ? (await userInfo.getUserInfo(credentials)).ownershipEntityRefs
      : [];
    return roles.map(role => ({ ...role, held: holds(role, groups) }));
  }

  /**
   * Makes a review of an input.
   *
   * @throws NotAllowedError, InvalidFieldsError at `/role`, ConflictError
   */
  async sign(
    input: ReviewInput,
    version: KnownVersion,
    credentials: BackstageCredentials,
  ): Promise<Review> {
    const { auth, userInfo, now } = this.options;
    if (!auth.isPrincipal(credentials, 'user'))
      throw new NotAllowedError(
        'Reviews are decisions of people; sign in as a user to review',
      );
    const user = await userInfo.getUserInfo(credentials);
    assertNotProducer(user, version);
    const role = this.roleOf(input.role, user);
    if (input.subject.digest !== version.digest)
      throw new ConflictError(
        `The review is about ${input.subject.digest}, but ${version.ref} ${version.version} has digest ${version.digest}; open the version again and read it before you decide`,
      );
    const { ref, version: name, digest } = version;
    return {
      id: randomUUID(),
      subject: { ref, version: name, digest },
      environment: input.environment,
      role,
      decision: input.decision,
      comment: input.comment,
      by: user.userEntityRef,
      at: now(),
    };
  }

  private roleOf(name: string, user: BackstageUserInfo): string {
    const { roles } = this.options;
    const role = roles.find(
      ({ name: known, groups }) =>
        known === name || groups.some(group => nameOf(group) === name),
    );
    if (!role) {
      const known = roles.map(other => other.name).join(', ');
      throw new InvalidFieldsError([
        {
          path: '/role',
          message: `no role "${name}" is configured; roles are ${known || 'none: configure modelScorecard.review.roles'}`,
        },
      ]);
    }
    if (!holds(role, user.ownershipEntityRefs))
      throw new NotAllowedError(
        `Only members of ${role.groups.join(', ')} review as ${role.name}`,
      );
    return role.name;
  }
}

function holds(role: RoleConfig, groups: string[]): boolean {
  const lower = new Set(groups.map(ref => ref.toLocaleLowerCase('en-US')));
  return role.groups.some(group => lower.has(group));
}

function assertNotProducer(
  { userEntityRef, ownershipEntityRefs }: BackstageUserInfo,
  { ref, version, createdBy }: KnownVersion,
): void {
  if (!createdBy) return;
  const own = [userEntityRef, ...ownershipEntityRefs];
  if (own.some(o => o.toLowerCase() === createdBy.toLowerCase()))
    throw new NotAllowedError(
      `${createdBy} made ${ref} ${version}, and nobody reviews what they made; ask a reviewer of another team`,
    );
}
