/**
 * The site's Content-Security-Policy (firebase.json) forbids to make code of texts, which zod would do to check faster. To be
 * imported before any schema, for a schema decides when it is made.
 */
import { config } from 'zod';

config({ jitless: true });
