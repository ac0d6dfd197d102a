/** Whether a dialog lies over the page; a toast, which calls itself one, leaves the page to its reader. */
export const isOverlaid = (): boolean =>
  document.querySelector(":is([role=dialog], [role=alertdialog]):not([aria-modal=false])") !== null;
