/** What every source gives, whatever it speaks: values, and what happened to the source itself. */
package org.vitrine.gather.sources;
