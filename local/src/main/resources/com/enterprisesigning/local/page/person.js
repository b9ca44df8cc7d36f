/** Returns the last digit of a personal number: Luhn over the nine digits before it. */
export function checkDigit(nineDigits) {
  const sum = [...nineDigits].reduce((total, digit, i) => {
    const product = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** Returns a personal number that belongs to nobody: born 1880 to 1899, with a birth number reserved for tests. */
export function anybody(random = Math.random) {
  const from = (low, high) => String(low + Math.floor(random() * (high - low + 1)));
  const year = from(1880, 1899);
  const rest = from(1, 12).padStart(2, '0') + from(1, 28).padStart(2, '0') + from(980, 999);
  return year + rest + checkDigit(year.slice(2) + rest);
}

/** Returns the twelve digits as people write them. */
export const written = (digits) => `${digits.slice(0, 8)}-${digits.slice(8)}`;
