/** Mail addresses, letters and the server that takes them; what they say is for the features. */
package org.vitrine.platform.mail;
