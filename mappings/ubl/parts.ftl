<#-- The frame of a UBL 2.1 document. One that answers a Peppol order names the rules that it keeps instead of its version. -->
<#macro document root customization profile><?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<#if process.peppol>
  <cbc:CustomizationID>${customization}</cbc:CustomizationID>
  <cbc:ProfileID>${profile}</cbc:ProfileID>
<#else>
  <cbc:UBLVersionID>2.1</cbc:UBLVersionID>
</#if>
<#nested>
</${root}>
</#macro>

<#macro element name value=""><#if value?has_content><cbc:${name}>${value}</cbc:${name}></#if></#macro>

<#-- UBL has no sign for a test. -->
<#macro test order><#if order.test><cbc:Note>TEST</cbc:Note></#if></#macro>

<#-- A party, as its sender named it: us with our tax number, where tax is spoken of. -->
<#macro party of endpoint="" address=true names=true legal=true tax=false>
<cac:Party>
  <#if endpoint?has_content>
  <cbc:EndpointID schemeID="${endpoint.scheme}">${endpoint.value}</cbc:EndpointID>
  </#if>
  <#list of.ids as id>
  <#if !(endpoint?has_content && id.value == endpoint.value) && (!process.peppol || !id.code?? || id.code?matches("0\\d{3}"))>
  <cac:PartyIdentification>
    <cbc:ID<#if id.code??> schemeID="${id.code}"</#if>>${id.value}</cbc:ID>
  </cac:PartyIdentification>
  </#if>
  </#list>
  <#if tax && of.ids?size == 0 && endpoint?has_content && endpoint.scheme?starts_with("0")>
  <cac:PartyIdentification>
    <cbc:ID schemeID="${endpoint.scheme}">${endpoint.value}</cbc:ID>
  </cac:PartyIdentification>
  </#if>
  <#if names && of.name??>
  <cac:PartyName>
    <cbc:Name>${of.name}</cbc:Name>
  </cac:PartyName>
  </#if>
  <#if address && hasAddress(of)>
  <cac:PostalAddress>
    <@place of=of/>
  </cac:PostalAddress>
  </#if>
  <#if tax && of.taxId?has_content>
  <cac:PartyTaxScheme>
    <cbc:CompanyID>${of.taxId}</cbc:CompanyID>
    <cac:TaxScheme>
      <cbc:ID>VAT</cbc:ID>
    </cac:TaxScheme>
  </cac:PartyTaxScheme>
  </#if>
  <#if legal && of.name??>
  <cac:PartyLegalEntity>
    <cbc:RegistrationName>${of.name}</cbc:RegistrationName>
  </cac:PartyLegalEntity>
  </#if>
</cac:Party>
</#macro>

<#function hasAddress of><#return of.address?has_content || of.city?? || of.postalCode?? || of.country??></#function>

<#macro place of>
  <@element name="StreetName" value=(of.address[0])!/>
  <@element name="AdditionalStreetName" value=(of.address[1])!/>
  <@element name="CityName" value=of.city!/>
  <@element name="PostalZone" value=of.postalCode!/>
  <@element name="CountrySubentity" value=of.region!/>
  <#if of.address?size gt 2>
  <cac:AddressLine>
    <cbc:Line>${of.address[2..]?join(", ")}</cbc:Line>
  </cac:AddressLine>
  </#if>
  <#if of.country??>
  <cac:Country>
    <cbc:IdentificationCode>${of.country}</cbc:IdentificationCode>
  </cac:Country>
  </#if>
</#macro>

<#-- The goods' place: number and address. -->
<#macro location of>
<cac:DeliveryLocation>
  <#list of.ids?filter(id -> !process.peppol || !id.code?? || id.code?matches("0\\d{3}")) as id>
  <cbc:ID<#if id.code??> schemeID="${id.code}"</#if>>${id.value}</cbc:ID>
  <#break>
  </#list>
  <#if hasAddress(of) && (of.country?? || !process.peppol)>
  <cac:Address>
    <@place of=of/>
  </cac:Address>
  </#if>
</cac:DeliveryLocation>
</#macro>

<#-- Item numbers, as ordered. -->
<#macro item of serials=[] lots=[]>
<cac:Item>
  <cbc:Name>${of.description!of.vendor!of.buyer!of.gtin!"-"}</cbc:Name>
  <#if of.buyer??>
  <cac:BuyersItemIdentification>
    <cbc:ID>${of.buyer}</cbc:ID>
  </cac:BuyersItemIdentification>
  </#if>
  <#if of.vendor??>
  <cac:SellersItemIdentification>
    <cbc:ID>${of.vendor}</cbc:ID>
  </cac:SellersItemIdentification>
  </#if>
  <#if of.gtin??>
  <cac:StandardItemIdentification>
    <cbc:ID schemeID="0160">${of.gtin}</cbc:ID>
  </cac:StandardItemIdentification>
  </#if>
  <#nested>
  <#list serials as serial>
  <cac:ItemInstance>
    <cbc:SerialID>${serial}</cbc:SerialID>
  </cac:ItemInstance>
  </#list>
  <#list lots as lot>
  <cac:ItemInstance>
    <cac:LotIdentification>
      <cbc:LotNumberID>${lot}</cbc:LotNumberID>
    </cac:LotIdentification>
  </cac:ItemInstance>
  </#list>
</cac:Item>
</#macro>

<#-- Units as they were sent; Peppol takes codes of UN/ECE Recommendations 20 and 21 alone. -->
<#assign rec20 = {"CA": "XCS", "CS": "XCS", "CT": "XCT", "CTN": "XCT", "BX": "XBX", "PK": "XPK", "BG": "XBG", "PL": "XPX", "RL": "XRO", "DR": "XDR", "DZ": "DZN", "PCE": "H87", "PC": "H87", "PCS": "H87", "ST": "H87", "STK": "H87",
  "KG": "KGM", "LB": "LBR", "OZ": "ONZ", "GR": "GRM", "FT": "FOT", "IN": "INH", "YD": "YRD", "MR": "MTR", "LT": "LTR", "GA": "GLL"}>
<#function unit of=""><#return of?has_content?then(process.peppol?then(rec20[of]!of, of), "C62")></#function>

<#macro quantity name of unitCode=""><cbc:${name} unitCode="${unit(unitCode)}">${of}</cbc:${name}></#macro>

<#macro amount name of currency><cbc:${name} currencyID="${currency}">${of}</cbc:${name}></#macro>

<#macro price amount currency per="" unitCode="">
<cac:Price>
  <cbc:PriceAmount currencyID="${currency}">${amount}</cbc:PriceAmount>
  <#if per?has_content>
  <@quantity name="BaseQuantity" of=per unitCode=unitCode/>
  </#if>
</cac:Price>
</#macro>

<#-- A period that is over on its first day where only one day is known. -->
<#macro period name from until>
<cac:${name}>
  <cbc:StartDate>${from}</cbc:StartDate>
  <cbc:EndDate>${until}</cbc:EndDate>
</cac:${name}>
</#macro>

<#macro orderReference of name="OrderReference">
<cac:${name}>
  <cbc:ID>${of.poNumber}</cbc:ID>
  <#nested>
</cac:${name}>
</#macro>
