/** Said with every answer: scripts, styles, fonts and pictures are ours alone, and nobody frames us. */
export const securityHeaders = {
  "content-security-policy":
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
};
/** A year: who came once by HTTPS comes by nothing else. */
export const httpsOnly = { "strict-transport-security": "max-age=31536000" };
