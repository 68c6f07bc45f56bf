import { ask, askOnce, askWithin, edit } from '../base/ask.js';
import { hashOf } from '../base/hash.js';

const CERTIFICATE_GIVEN_UP_AFTER_MILLIS = 120_000;

const at = (code) => `/api/devices/${encodeURIComponent(code)}`;

export const devices = async () => (await ask('GET', '/api/devices')).devices;
/** From a version that somebody has read: 0 where there is none of this code yet. */
export const saveDevice = (code, device, startedFrom) => edit('PUT', at(code), device, startedFrom);
export const calibrate = (code, calibration, key) => askOnce('POST', `${at(code)}/calibrations`, calibration, key);
/** Sends what shows a calibration; answers its name. Sent again, it is the same. */
export async function sendCertificate(file) {
  const hash = await hashOf(new Uint8Array(await file.arrayBuffer()));
  await askWithin(CERTIFICATE_GIVEN_UP_AFTER_MILLIS, 'PUT', `/api/evidence/${hash}`, file);
  return hash;
}

export const withdrawCalibration = (code, id) => ask('DELETE', `${at(code)}/calibrations/${id}`);

const ofOrder = (order) => `/api/orders/${encodeURIComponent(order)}`;

export const machines = async () => (await ask('GET', '/api/machines')).machines;
export const orderConditions = (order) => ask('GET', `${ofOrder(order)}/conditions`);
export const stageConditions = (order, line, stage) =>
  ask('GET', `${ofOrder(order)}/lines/${line}/stages/${encodeURIComponent(stage)}/conditions`);
export const measuredValues = (order, line, requirement) =>
  ask('GET', `${ofOrder(order)}/lines/${line}/requirements/${encodeURIComponent(requirement)}/values`);
