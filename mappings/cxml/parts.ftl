<#-- The envelope of a cXML request: from us to the partner. The shared secret is put in when it is delivered. -->
<#macro request dtd test><?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.050/${dtd}.dtd">
<cXML payloadID="${envelope.id}" timestamp="${envelope.at}" xml:lang="en">
  <Header>
    <From>
      <@credential of=envelope.us/>
    </From>
    <To>
      <@credential of=envelope.them/>
    </To>
    <Sender>
      <Credential domain="${domain(envelope.us)}">
        <Identity>${envelope.us.value}</Identity>
        <SharedSecret/>
      </Credential>
      <UserAgent>Quayside</UserAgent>
    </Sender>
  </Header>
  <Request deploymentMode="${test?then("test", "production")}">
<#nested>
  </Request>
</cXML>
</#macro>

<#macro credential of>
<Credential domain="${domain(of)}">
        <Identity>${of.value}</Identity>
      </Credential>
</#macro>

<#function domain of><#return (of.qualifier?has_content)?then(of.qualifier, "NetworkID")></#function>

<#-- The order that is answered: its own number and payloadID. -->
<#macro reference of>
<OrderReference orderID="${of.poNumber}">
          <DocumentReference payloadID="${of.payloadId!}"/>
        </OrderReference>
</#macro>

<#macro money of currency><Money currency="${currency}">${of}</Money></#macro>

<#-- Item numbers, as ordered. -->
<#macro item of>
<ItemID>
            <SupplierPartID>${of.vendor!}</SupplierPartID>
            <#list of.ids?filter(id -> (id.code!) == "SupplierPartAuxiliaryID") as id>
            <SupplierPartAuxiliaryID>${id.value}</SupplierPartAuxiliaryID>
            </#list>
            <#if of.buyer??>
            <BuyerPartID>${of.buyer}</BuyerPartID>
            </#if>
          </ItemID>
</#macro>
