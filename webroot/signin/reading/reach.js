/** Whether an email can reach this address: that of the administrator of the first hour is on the server alone. */
export const isReached = (email) => /@[^@]*\./.test(email ?? '');
