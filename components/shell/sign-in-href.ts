/** The sign-in page, which leads back to where the reader is. */
export const signInHref = () =>
  `/sign-in?next=${encodeURIComponent(window.location.pathname + window.location.search)}`;
