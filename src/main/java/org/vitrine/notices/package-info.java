/**
 * What people are told: hears what becomes of orders and messages, and tells each person once, as
 * they chose: on their page, at once by mail and push, or in a daily digest. May import everything
 * below the import of files.
 */
package org.vitrine.notices;
