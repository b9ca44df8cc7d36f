/**
 * What this tab keeps over a reload, under a key. What is there may be of an older page: where it is not whole it is
 * dropped.
 */
export function keptAt(key, isWhole) {
  return {
    write: (value) => sessionStorage.setItem(key, JSON.stringify(value)),
    read() {
      try {
        const value = JSON.parse(sessionStorage.getItem(key));
        return value && isWhole(value) ? value : null;
      } catch {
        return null;
      }
    },
  };
}
