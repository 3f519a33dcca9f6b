<#-- N1 loops: a party as its sender named it. N1*ST*Acme Store 42*92*0042~ -->
<#macro loops of>
<#list of as party>
  <N1 N101="${party.code}" N102="${party.name!}" N103="${party.qualifier!}" N104="${party.id!}"/>
  <#if party.name2??><N2 N201="${party.name2}"/></#if>
  <#list party.address?chunk(2) as pair>
  <#if pair?index < 2><N3 N301="${pair[0]}" N302="${(pair[1])!}"/></#if>
  </#list>
  <#if party.city?? || party.region?? || party.postalCode?? || party.country??>
  <N4 N401="${party.city!}" N402="${party.region!}" N403="${party.postalCode!}" N404="${party.country!}"/>
  </#if>
</#list>
</#macro>

<#-- References. REF*DP*038~ -->
<#macro references of>
<#list of as one>
  <REF REF01="${one.code}" REF02="${one.value!}" REF03="${one.description!}"/>
</#list>
</#macro>

<#-- Id pairs of a line from element n on. PO1*10*100*EA*12.50**BP*A1*VP*W-001~ -->
<#macro pairs of tag from><#list of as id> ${tag}${(from + 2 * id?index)?string("00")}="${id.code}" ${tag}${(from + 1 + 2 * id?index)?string("00")}="${id.value}"</#list></#macro>
