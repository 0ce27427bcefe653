/** Where the HTTP API is found. */

/** Below the address of the app. */
export const API_BASE = '/api/v1';

/** Its OpenAPI document, below `API_BASE`. */
export const OPENAPI_ROUTE = '/openapi.json';
