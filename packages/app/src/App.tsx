import { createApp } from '@backstage/frontend-defaults';
import { entityKindModule } from './entityKind/entityKindModule';
import { navModule } from './nav/navModule';
import { signInModule } from './signIn/signInModule';

export default createApp({
  features: [entityKindModule, navModule, signInModule],
});
