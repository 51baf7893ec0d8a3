/** What the tests of this module share: random cases with a seed, an engine to script, doubles that record. */
package reprise.testing;
