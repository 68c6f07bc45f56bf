/** Forecasts as days go by: learned each night, told each working morning, judged on their day. */
package org.vitrine.forecasting;
