import { z } from 'zod';

// The pages' policy forbids eval, so zod must not try to compile schemas. This has to run before the
// first schema is made: keep it the first import of the page.
z.config({ jitless: true });
