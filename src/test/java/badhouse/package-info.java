/** A house in which every rule of HouseRulesTest is broken once, so that RulesBiteTest can see each of them bite. */
package badhouse;
