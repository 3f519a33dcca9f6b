<#-- A member, where there is a value. "name": "Acme Inc", -->
<#macro member name value=""><#if value?has_content>"${name}": "${value}",</#if></#macro>

<#-- What every document says of its order. -->
<#macro order of>
  "orderId": "${of.orderId}",
  "test": ${of.test?c},
  "poNumber": "${of.poNumber}",
  <@member name="release" value=of.release!/>
  <@member name="poDate" value=of.poDate!/>
  <@member name="salesOrder" value=of.salesOrder!/>
  <@member name="currency" value=of.currency!/>
  <@party of=(of.buyer)! role="buyer"/>
  <@party of=(of.seller)! role="seller"/>
  <@party of=(of.shipTo)! role="shipTo"/>
</#macro>

<#-- A party, as its sender named it. -->
<#macro party of role>
<#if of?has_content>
  "${role}": {
    <@member name="name" value=of.name!/>
    <@member name="name2" value=of.name2!/>
    <@ids of=of.ids/>
    <@member name="taxId" value=of.taxId!/>
    <#if of.address?has_content || of.city?? || of.postalCode?? || of.country??>
    "address": {
      "lines": [<#list of.address as line>"${line}",</#list>],
      <@member name="city" value=of.city!/>
      <@member name="region" value=of.region!/>
      <@member name="postalCode" value=of.postalCode!/>
      <@member name="country" value=of.country!/>
    },
    </#if>
  },
</#if>
</#macro>

<#macro ids of>
  "ids": [<#list of as id>{<@member name="scheme" value=id.scheme!/><@member name="code" value=id.code!/><@member name="value" value=id.value!/>},</#list>],
</#macro>

<#-- A line's number and item, as ordered; sku is our own number. -->
<#macro item of number>
  "lineNumber": "${number}",
  <@ids of=of.ids/>
  <@member name="sku" value=of.sku!/>
  <@member name="description" value=of.description!/>
</#macro>

<#macro price of>
<#if of?has_content>
  "price": {"amount": "${of.amount}", <@member name="per" value=of.per!/><@member name="unit" value=of.unit!/>},
</#if>
</#macro>
