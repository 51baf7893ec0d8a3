/**
 * What the tests of every module share: the way to reference files beside the project, random cases with a seed, the count of allocated
 * bytes.
 *
 * <p>Knows no module of ours, so that the tests of each can use it.
 *
 * <p>Start with {@link reprise.testkit.RandomCases}.
 */
package reprise.testkit;
